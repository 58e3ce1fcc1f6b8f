#!/usr/bin/env bash
# Brings what is new on a review server into the hub's database: new-reviews.sh SERVER FOLDER
# The first time that is everything, page by page with a pause between two; later what is younger than the day before
# the newest review of the last time. `hub import` checks every signature.
set -euo pipefail
server=${1%/}
folder=$2
page=1000
mkdir -p "$folder"
since=$(cat "$folder/since" 2>/dev/null || echo 0)
from=$(( since > 172800 ? since / 86400 * 86400 - 86400 : 0 ))
newest=$since
last=
offset=0
while :; do
  address="$server/reviews?limit=$page&offset=$offset&latest_edits_only=false&examples=false"
  (( from > 0 )) && address="$address&gt_iat=$from"
  curl -fsS --retry 5 --retry-delay 30 --max-time 120 -o "$folder/page.json" "$address"
  count=$(jq '.reviews | length' "$folder/page.json")
  (( count > 0 )) || break
  # A server that does not know `offset` gives the same page again.
  first=$(jq -r '.reviews[0].signature' "$folder/page.json")
  [[ $first != "$last" ]] || break
  last=$first
  jq -c '.reviews[] | { jwt }' "$folder/page.json" | npm run -s hub -- import --storage "$folder/hub.sqlite" -
  # Dates are the authors' own: one in the future must not hide what is still to come.
  newest=$(jq --argjson newest "$newest" '[$newest, (.reviews[].payload.iat | select(. <= now))] | max | floor' "$folder/page.json")
  (( count >= page )) || break
  offset=$(( offset + page ))
  sleep 2
done
echo "$newest" > "$folder/since"
rm -f "$folder/page.json"
