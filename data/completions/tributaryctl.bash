# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for tributaryctl

_tributaryctl ()
{
  local current previous noun='' verb='' word skip='' options verbs
  local -i i
  current=${COMP_WORDS[COMP_CWORD]}
  previous=${COMP_WORDS[COMP_CWORD - 1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $skip ]]; then
      skip=''
      continue
    fi
    case $word in
      --account|--base-url|--description|--environment|--event|--format|--id|--key-file|--limit|--name|--order-by|--page-size|--query|--redirect-url|--remove-tag|--save|--secret-file|--signature|--source-type|--tag|--tags|--template|--timeout|--timestamp|--type|--wait) skip=1 ;;
      -*) ;;
      *) if [[ -z $noun ]]; then noun=$word; elif [[ -z $verb ]]; then verb=$word; fi ;;
    esac
  done
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'table json jsonl csv' -- "$current"); return ;;
    --environment) mapfile -t COMPREPLY < <(compgen -W 'live test' -- "$current"); return ;;
    --key-file|--secret-file) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    --save) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
  esac
  options='--account --base-url --key-file --format --timeout --no-retry --quiet --verbose --help --version'
  case $noun in
    '') verbs='accounts companies integrations connections data profile webhooks keys redirect status' ;;
    accounts) verbs='list add use remove check' ;;
    companies) verbs='list show find create update delete export import' ;;
    integrations) verbs='list show branding' ;;
    connections) verbs='list show create link unlink delete' ;;
    data) verbs='status refresh history watch' ;;
    profile) verbs='show' ;;
    webhooks) verbs='list create delete verify' ;;
    keys) verbs='list create delete' ;;
    redirect) verbs='check' ;;
    status) verbs='' ;;
    *) verbs='' ;;
  esac
  case "$noun $verb" in
    'accounts add') options+=' --redirect-url --environment' ;;
    'accounts remove') options+=' --yes' ;;
    'companies list') options+=' --query --tags --order-by --page-size --limit' ;;
    'companies create') options+=' --description --tag --reuse' ;;
    'companies update') options+=' --name --description --tag --remove-tag' ;;
    'companies delete') options+=' --yes' ;;
    'companies import') options+=' --dry-run' ;;
    'integrations list') options+=' --source-type --all' ;;
    'integrations branding') options+=' --save' ;;
    'connections link') options+=' --wait' ;;
    'connections unlink') options+=' --yes' ;;
    'connections delete') options+=' --yes' ;;
    'data refresh') options+=' --type' ;;
    'webhooks create') options+=' --event --tag --disabled' ;;
    'webhooks delete') options+=' --yes' ;;
    'webhooks verify') options+=' --secret-file --id --timestamp --signature' ;;
    'keys delete') options+=' --yes' ;;
    'redirect check') options+=' --template' ;;
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ -z $verb ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$verbs" -- "$current")
  fi
}

complete -F _tributaryctl tributaryctl
