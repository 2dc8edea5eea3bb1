/// What is added to the completion scripts that the argument parser writes: it cannot know a workflow's parameters.
enum ShellScripts {
    /// Text by the shell's name.
    static let dynamic: [String: String] = ["bash": bash, "zsh": zsh, "fish": fish]

    private static let bash = #"""
        _foghorn_workflow() {
            if [[ ${COMP_WORDS[1]-} == run ]] && ((COMP_CWORD >= 2)); then
                local -a found
                mapfile -t found < <("${COMP_WORDS[0]}" complete-run "${COMP_WORDS[@]:2:COMP_CWORD-1}" 2>/dev/null </dev/null)
                if [[ ${found[0]-} == :files ]]; then
                    mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
                    return
                fi
                if ((${#found[@]})); then
                    COMPREPLY=("${found[@]}")
                    return
                fi
            fi
            _foghorn "$@"
        }
        complete -o filenames -F _foghorn_workflow foghorn

        """#

    private static let zsh = #"""
        _foghorn_workflow() {
            if [[ ${words[2]} == run ]] && (( CURRENT >= 3 )); then
                local -a found
                found=("${(@f)$("${words[1]}" complete-run "${(@)words[3,CURRENT]}" 2>/dev/null </dev/null)}")
                if [[ ${found[1]} == :files ]]; then
                    _files
                    return
                fi
                if [[ -n ${found[1]} ]]; then
                    compadd -- "${found[@]}"
                    return
                fi
            fi
            _foghorn "$@"
        }
        compdef _foghorn_workflow foghorn

        """#

    private static let fish = #"""
        function __foghorn_workflow
            set -l words (commandline -opc) (commandline -ct)
            for line in (command $words[1] complete-run $words[3..-1] 2>/dev/null </dev/null)
                if test "$line" = :files
                    __fish_complete_path (commandline -ct)
                else
                    echo $line
                end
            end
        end
        complete -c foghorn -n '__fish_seen_subcommand_from run' -f -a '(__foghorn_workflow)'

        """#
}
