# A comma is missing in a JSON representation, in an example of a translation, and behind characters
# that take two cells each.
sed -i 's/^  "clientContext": "String",$/  "clientContext": "String"/' \
    en-US/api-reference/v1.0/resources/commsoperation.md
sed -i 's/^  "createdDateTime": "2018-09-06T15:58:41Z",$/  "createdDateTime": "2018-09-06T15:58:41Z"/' \
    zh-CN/api-reference/beta/resources/commsoperation.md
sed -i 's/^\({ "author": [^,]*\),/\1/' zh-CN/api-reference/v1.0/resources/meetingnote.md
