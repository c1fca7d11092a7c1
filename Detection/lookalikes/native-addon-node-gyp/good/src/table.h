#pragma once
#include <cstdint>
extern uint32_t kTable[256];
void FillTable();
