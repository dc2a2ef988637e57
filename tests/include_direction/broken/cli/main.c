#include "markdown/document.h"
#include "support/text.h"

int main(void)
{
    printf("%d\n", document_open("page.md"));
    exit(0);
}
