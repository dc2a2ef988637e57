: >en-US/api-reference/v1.0/resources/resultinfo.md
printf '\n \n' >es-ES/api-reference/beta/resources/operation.md
