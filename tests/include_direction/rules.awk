# Reads C files named stage/file.c and prints what breaks the rules of check.sh.

BEGIN {
    # A stage may include stages of a lower level; two of one level know nothing of each other.
    level["support"] = 0
    level["vocab"] = 1
    level["markdown"] = 1
    level["extract"] = 2
    level["model"] = 3
    level["render"] = 4
    level["cli"] = 5

    before = "(^|[^A-Za-z0-9_.>])"
    behind = "[ \t]*\\("
    files = before "(fopen|freopen|fdopen|tmpfile|mkstemp|mkdtemp|open|openat|creat|opendir|scandir" \
        "|nftw|stat|lstat|fstat|access|mkdir|rmdir|unlink|rename|remove|fread|fgets|getline|fsync|flock)" \
        behind
    prints = before "(printf|vprintf|fprintf|vfprintf|puts|fputs|putchar|fputc|putc|fwrite|perror" \
        "|exit|_exit|_Exit|quick_exit)" behind
    unsteady = before "(is(alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|xdigit)" \
        "|tolower|toupper|strtod|strtof|strtold|atof|strcasecmp|strncasecmp|strcoll|strxfrm" \
        "|setlocale|localtime|localtime_r|time|clock|clock_gettime|rand|srand|random|qsort_r)" behind
}

FNR == 1 {
    stage = FILENAME
    sub(/\/.*/, "", stage)
    comment = 0
    if (!(stage in level)) {
        report("stands in no stage: " stage)
    }
}

/^[ \t]*#[ \t]*include[ \t]/ {
    check_include($0)
    next
}

{
    code = strip($0)
    if (FILENAME != "support/fs.c" && code ~ files) {
        report("calls the system's file functions; only support/fs.c does")
    }
    if (stage != "cli" && FILENAME != "support/fs.c" && code ~ prints) {
        report("prints or ends the process; only cli/ does")
    }
    if (code ~ unsteady) {
        report("calls a function that depends on the locale, the clock or chance")
    }
}

END { exit failed }

function report(text)
{
    print FILENAME ":" FNR ": " text
    failed = 1
}

function check_include(line,    name, other)
{
    if (match(line, /<[^>]*>/)) {
        name = substr(line, RSTART + 1, RLENGTH - 2)
        if (name == "cmark.h" || name == "pcre2.h") {
            if (name in includer) {
                report("includes <" name ">, which only " includer[name] " does")
            } else {
                includer[name] = FILENAME
            }
        }
    } else if (match(line, /"[^"]*"/)) {
        name = substr(line, RSTART + 1, RLENGTH - 2)
        other = name
        if (!sub(/\/.*/, "", other)) {
            report("includes \"" name "\" without its stage")
        } else if (!(other in level)) {
            report("includes \"" name "\", which is of no stage")
        } else if (other != stage && level[other] >= level[stage]) {
            report(stage " includes \"" name "\": " other " does not stand to its left")
        }
    }
}

# The line without strings, character constants and comments.
function strip(line,    at)
{
    gsub(/\\./, "", line)
    gsub(/"[^"]*"/, "\"\"", line)
    gsub(/'[^']*'/, "''", line)
    if (comment) {
        at = index(line, "*/")
        if (!at) {
            return ""
        }
        line = substr(line, at + 2)
        comment = 0
    }
    gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, " ", line)
    at = index(line, "/*")
    if (at) {
        line = substr(line, 1, at - 1)
        comment = 1
    }
    sub(/\/\/.*/, "", line)
    return line
}
