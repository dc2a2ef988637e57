# One with its mark in front and one without.
page=en-US/api-reference/beta/resources/commsoperation.md
{ printf '\377\376'; sed 's/./&\x00/g' "$page"; } >page
mv page "$page"
sed -i 's/./\x00&/g' en-US/api-reference/beta/resources/resultinfo.md
