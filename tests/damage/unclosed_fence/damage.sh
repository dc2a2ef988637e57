# The JSON representation is not closed, and what follows it is lost.
sed -i '/^  "status": "notStarted | running | completed | failed"$/{n;n;d}' \
    en-US/api-reference/beta/resources/recordoperation.md
