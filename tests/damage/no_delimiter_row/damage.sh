# The property table has a header, but no delimiter row.
sed -i '/^| :--/d' en-US/api-reference/v1.0/resources/commsoperation.md
# In a translation, to see the caret under wide characters.
sed -i '/^| :--/d' zh-CN/api-reference/beta/resources/commsoperation.md
