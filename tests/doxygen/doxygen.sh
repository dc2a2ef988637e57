#!/bin/sh
# doxygen.sh GENERATED WORK FOLDER...: Doxygen reads all headers of these folders of a generated project
# and has nothing to complain of. Macros that only compilers need are empty.
set -eu
generated=$1 work=$2
shift 2
test -d "$generated" || {
    echo "skipped: $generated has not been generated"
    exit 77
}
command -v doxygen >/dev/null || {
    echo "skipped: doxygen is absent"
    exit 77
}
rm -rf "$work"
mkdir -p "$work"
cat >"$work/Doxyfile" <<END
INPUT = $(for folder; do printf '"%s" ' "$generated/$folder/include"; done)
FILE_PATTERNS = *.h
RECURSIVE = YES
OUTPUT_DIRECTORY = "$work"
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
XML_PROGRAMLISTING = NO
HAVE_DOT = NO
OPTIMIZE_OUTPUT_FOR_C = YES
JAVADOC_AUTOBRIEF = YES
EXTRACT_STATIC = YES
MACRO_EXPANSION = YES
EXPAND_ONLY_PREDEF = YES
PREDEFINED = "DM_DEPRECATED(why)=" DM_API= DM_DATA= DM_ANONYMOUS= DM_BEGIN_DECLARATIONS= DM_END_DECLARATIONS=
QUIET = YES
WARNINGS = YES
WARN_IF_UNDOCUMENTED = YES
WARN_IF_DOC_ERROR = YES
WARN_LOGFILE = "$work/warnings"
END
doxygen "$work/Doxyfile"
if [ -s "$work/warnings" ]; then
    echo "$(wc -l <"$work/warnings") lines of warnings:" >&2
    head -n 40 "$work/warnings" >&2
    exit 1
fi
echo "$(find "$work/xml" -name '*_8h.xml' | wc -l) headers, no warning"
