# Completion of docmodel's command line in bash. It asks the program for its commands, options and
# codes, so that it knows those of the program that is installed.

# The lines of a help text that begin like "  -o, --out=DIR  ..." as "--out=DIR".
_docmodel_options()
{
    "$1" help ${2:+"$2"} 2>/dev/null | sed -n 's/^ *\(-., \)\{0,1\}\(--[a-z-]*[^ ]*\).*/\2/p'
}

_docmodel_commands()
{
    "$1" help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

_docmodel_codes()
{
    "$1" explain 2>/dev/null | cut -d' ' -f1
}

# The values of an option, by what its help puts behind "=".
_docmodel_values()
{
    local program=$1 command=$2 option=$3 word=$4 kind
    kind=$(_docmodel_options "$program" "$command" | sed -n "s/^$option=//p")
    case $kind in
        *"|"*) COMPREPLY=($(compgen -W "${kind//|/ }" -- "$word")) ;;
        DIR) COMPREPLY=($(compgen -d -- "$word")) ;;
        FILE) COMPREPLY=($(compgen -f -- "$word")) ;;
        WHAT)
            COMPREPLY=($(compgen -W "error $(_docmodel_codes "$program" |
                sed 's/.*/& no-& error=&/')" -- "$word"))
            ;;
    esac
}

_docmodel()
{
    local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} command= i
    local previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -* | =) ;;
            *)
                command=${COMP_WORDS[i]}
                break
                ;;
        esac
    done
    # Readline makes "=" a word of its own.
    if [ "$word" = "=" ]; then
        _docmodel_values "$program" "$command" "$previous" ""
    elif [ "$previous" = "=" ]; then
        _docmodel_values "$program" "$command" "${COMP_WORDS[COMP_CWORD - 2]}" "$word"
    elif [ "$previous" = -W ]; then
        _docmodel_values "$program" "$command" --warn "$word"
    elif [ "$previous" = -o ]; then
        _docmodel_values "$program" "$command" --out "$word"
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_docmodel_options "$program" "$command" | sed 's/=.*/=/')" -- "$word"))
        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    elif [ -z "$command" ] || [ "$command" = help ]; then
        COMPREPLY=($(compgen -W "$(_docmodel_commands "$program")" -- "$word"))
    elif [ "$command" = explain ]; then
        COMPREPLY=($(compgen -W "$(_docmodel_codes "$program")" -- "$word"))
    fi
    return 0
}

complete -F _docmodel docmodel
