#!/usr/bin/env bash
# A disk that fills under a running application, as root: full-disk.sh DATA-DIR PORT ACCOUNT:PASSWORD
# DATA-DIR has to be the mount point of a small file system, say  mount -t tmpfs -o size=620m tmpfs DATA-DIR
# It is filled to 100 MB, then wholly, then emptied; each time a change and a reading request show what officers see.
set -euo pipefail
data=$1 port=$2 login=$3
mountpoint -q "$data" || { echo "$data is no mount point: its disk would be the machine's own" >&2; exit 1; }

ask() { curl -s -m 30 -u "$login" "$@" -w ' [%{http_code} %{time_total}s]\n' | cut -c1-300; }
look() {
    echo "== $1: $(df -m --output=avail "$data" | tail -1) MB free"
    ask -X POST -H 'Content-Type: application/json' -d '{}' "http://127.0.0.1:$port/api/findings"
    ask "http://127.0.0.1:$port/api/me"
    ask "http://127.0.0.1:$port/actuator/health/readiness"
    ask "http://127.0.0.1:$port/actuator/health/liveness"
}
trap 'rm -f "$data"/filler*' EXIT

look 'room'
head -c $((($(df -m --output=avail "$data" | tail -1) - 100) * 1048576)) /dev/zero > "$data/filler1"
sleep 3; look 'below the watermark'
cat /dev/zero > "$data/filler2" 2>/dev/null || true
sleep 3; cat /dev/zero > "$data/filler3" 2>/dev/null || true
look 'nothing left'
rm -f "$data"/filler*
sleep 5; look 'room again'
echo "== parts left: $(find "$data/evidence/" -name '*.part' | wc -l)"
