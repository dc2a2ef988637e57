# One byte of Latin-1 in a page that others refer to.
sed -i 's/^The status of certain/The \xE9tat of certain/' \
    en-US/api-reference/beta/resources/commsoperation.md
