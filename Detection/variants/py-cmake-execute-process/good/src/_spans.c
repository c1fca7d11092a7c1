#include <Python.h>
static struct PyModuleDef m = {PyModuleDef_HEAD_INIT, "_spans", NULL, -1, NULL};
PyMODINIT_FUNC PyInit__spans(void) { return PyModule_Create(&m); }
