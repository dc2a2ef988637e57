#!/bin/sh
# --corrections and why: what the pages have wrong, and where facts come from.
. "$(dirname "$0")/steps.sh"

# A corrected fact is in the model, in what is generated, and in the answer to why.
printf 'version\tnamespace\ttype\tproperty\twhat\tvalue\treason\n' >fix.tsv
printf '# The service counts past 32 bits.\n' >>fix.tsv
printf '\tmicrosoft.graph\tresultInfo\tcode\ttype\tEdm.Int64\tcodes are long\n' >>fix.tsv
pages 0 model --format=tsv --corrections=fix.tsv
that test "$(grep -c 'resultInfo	.*	code	Edm.Int64	0	0$' out)" = 2
pages 0 model --corrections=fix.tsv
says out '"rule": "a correction decides: codes are long"'
says out '"at": "fix.tsv:3"'
pages 0 generate --corrections="$work/fix.tsv" --out=made --stamp=stamp --depfile=depfile
says made/graph/include/graph/result_info.h "(Int64, fix.tsv:3)"
that test -z "$(grep -rlF "$work" made)"
says depfile fix.tsv
pages 0 why resultInfo.code --corrections=fix.tsv
says out "microsoft.graph.resultInfo.code (property in beta)"
says out "microsoft.graph.resultInfo.code (property in v1.0)"
says out "    rule: a correction decides: codes are long"
says out "    taken: fix.tsv:3"
says out "    overruled: en-US/api-reference/v1.0/resources/resultinfo.md:"

# Of several files the last decides.
printf '\t\tresultInfo\tcode\ttype\tEdm.Int16\n' >again.tsv
pages 0 model --format=tsv --corrections=fix.tsv --corrections=again.tsv
says out '	code	Edm.Int16	0	0'
pages 0 model --format=tsv --corrections=again.tsv --corrections=fix.tsv
says out '	code	Edm.Int64	0	0'

# Mistakes in a file.
printf '\t\tresultInfo\tcode\ttype\tEdm.Int32\n' >unneeded.tsv
pages 0 check --corrections=unneeded.tsv
says err "unneeded.tsv:1:1: warning: the correction changes nothing; remove it [correction-unneeded]"
says err "note: the page says so"
printf '\t\tresultInfos\tcode\ttype\tEdm.Int32\n' >missing.tsv
pages 1 check --corrections=missing.tsv
says err 'missing.tsv:1:3: error: there is no type or enumeration "resultInfos"; did you mean "resultInfo"?'
printf '\t\tresultInfo\tcode\ttypo\tEdm.Int32\n' >malformed.tsv
pages 1 check --corrections=malformed.tsv
says err 'malformed.tsv:1:19: error: "typo" is nothing that can be corrected; did you mean "type"? [corrections-malformed]'
pages 2 check --corrections=nowhere.tsv
says err "nowhere.tsv: error: the corrections cannot be read"
printf '\377\n' >latin.tsv
pages 1 check --corrections=latin.tsv
says err "latin.tsv: error: the corrections are not UTF-8"

# Why: types, properties, enumerations in place, members; short or qualified, in any letter case.
pages 0 why recordOperation
says out "  base: microsoft.graph.commsOperation"
says out "    rule: the page of the base type names the types derived from it"
pages 0 why MICROSOFT.GRAPH.RECORDOPERATION.RESULTINFO
says out "microsoft.graph.recordOperation.resultInfo (property in beta)"
says out "  type: microsoft.graph.resultInfo"
pages 0 why commsOperation.status.running
says out "microsoft.graph.commsOperation.status.running (member in v1.0)"
pages 0 why commsOperation.createdDateTime
says out "  rendered: no: only translations list it (see --merge)"
says out "(zh-CN, handed off"
says err "[locale-drift]"
pages 0 why resultInfo.code
silent err
that test -z "$(awk 'length > 100' out)"
pages 0 why resultInfo.code --api-version=beta
lacks out "v1.0"

# Names that there are not.
pages 1 why recordOperaton
silent out
says err "docmodel: nothing is called 'recordOperaton'; did you mean 'recordOperation'?"
pages 1 why recordOperation.stats
says err "did you mean 'recordOperation.status'?"
pages 1 why something.else.altogether
says err "'docmodel model --format=tsv' lists what there is"
pages 2 why
says err "write TYPE or TYPE.PROPERTY"
pages 2 why one two
finish
