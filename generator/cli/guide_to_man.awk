# Turns a guide in Markdown into a manual page: headings, paragraphs, indented code, lists, and tables,
# whose first column becomes a tag.
#   awk -v name=docmodel-templates -v section=7 -v about="..." -f guide_to_man.awk README.md

function escape(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/'/, "\\(aq", text)
    gsub(/\^/, "\\(ha", text)
    gsub(/~/, "\\(ti", text)
    return text
}

# Text between backticks is taken as it stands, outside of them links lose their targets.
function inline(text,    parts, count, i, out) {
    count = split(text, parts, "`")
    for (i = 1; i <= count; i++)
        if (i % 2 == 0) {
            out = out "\\fB" escape(parts[i]) "\\fR"
        } else {
            while (match(parts[i], /\[[^]]*\]\([^)]*\)/)) {
                link = substr(parts[i], RSTART + 1, RLENGTH - 2)
                sub(/\]\(.*/, "", link)
                parts[i] = substr(parts[i], 1, RSTART - 1) link substr(parts[i], RSTART + RLENGTH)
            }
            gsub(/\*\*/, "", parts[i])
            gsub(/\*/, "", parts[i])
            out = out escape(parts[i])
        }
    return out
}

# A line may not begin like a request.
function say(text) {
    if (text ~ /^[.']/)
        text = "\\&" text
    print text
}

function end_paragraph() {
    if (paragraph != "")
        say(inline(paragraph))
    paragraph = ""
}

function end_code() {
    if (code)
        print ".fi\n.RE"
    code = 0
}

function row(line,    cells, count, i, rest) {
    gsub(/^\| *| *\|$/, "", line)
    gsub(/\\\|/, "\001", line)
    count = split(line, cells, / *\| */)
    for (i = 1; i <= count; i++)
        gsub(/\001/, "|", cells[i])
    print ".TP"
    say(inline(cells[1]))
    rest = cells[2]
    for (i = 3; i <= count; i++)
        rest = rest "; " cells[i]
    say(inline(rest))
}

BEGIN {
    printf ".TH %s %s \"\" \"docmodel\" \"docmodel\"\n.SH NAME\n", toupper(escape(name)), section
    printf "%s \\- %s\n.SH DESCRIPTION\n", escape(name), escape(about)
}

/^#+ / {
    end_paragraph(); end_code()
    depth = index($0, " ") - 1
    title = substr($0, depth + 2)
    if (depth == 2)
        printf ".SH \"%s\"\n", toupper(inline(title))
    else if (depth > 2)
        printf ".SS \"%s\"\n", inline(title)
    next
}
/^ *$/ { end_paragraph(); blank = 1; next }
/^    / && (code || (blank && paragraph == "")) {
    if (!code)
        print ".PP\n.RS 4\n.nf"
    else if (blank)
        print ""
    code = 1; blank = 0
    say(escape(substr($0, 5)))
    next
}
{ end_code() }
/^\|[ :|-]*$/ { next }
/^\|/ {
    end_paragraph()
    # What two columns are is clear from the text before them.
    if (table || gsub(/\|/, "|") > 3)
        row($0)
    table = 1
    next
}
{ table = 0 }
/^- / {
    end_paragraph()
    print ".IP \\(bu 2"
    paragraph = substr($0, 3)
    blank = 0
    next
}
{
    if (paragraph == "" && blank)
        print ".PP"
    sub(/^ +/, "")
    paragraph = paragraph == "" ? $0 : paragraph " " $0
    blank = 0
}
END { end_paragraph(); end_code() }
