# The link leads to a page that is not there and its text names no type: once the JSON tells the type
# all the same, once nothing does.
sed -i 's/\[resultInfo\](resultinfo.md)/[outcome](outcome.md)/' \
    en-US/api-reference/v1.0/resources/commsoperation.md
sed -i 's/\[resultInfo\](resultinfo.md)/[結果](outcome.md#x)/' \
    ja-JP/api-reference/v1.0/resources/booking.md
