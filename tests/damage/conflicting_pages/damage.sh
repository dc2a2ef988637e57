# A second page documents resultInfo, and gives two of its properties other types.
cd en-US/api-reference/v1.0/resources
sed -e '/^| code /s/| Int32 /| Double/' -e '/^| message /s/| String /| Boolean/' resultinfo.md >resultinfo2.md
