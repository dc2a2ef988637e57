# Words that no language has for a type: on a page that decides, and behind characters that take two
# cells each.
sed -i '/^| clientContext /s/| String     /| Strng      /' \
    en-US/api-reference/v1.0/resources/commsoperation.md
sed -i '/^| name /s/字符串/字行/' zh-CN/api-reference/v1.0/resources/meetingroom.md
