# A folder has the name of a page.
rm en-US/api-reference/v1.0/resources/resultinfo.md
mkdir en-US/api-reference/v1.0/resources/resultinfo.md
