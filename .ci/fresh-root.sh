# shellcheck shell=bash
# The roots of .ci/fresh: makes them, and runs commands inside. Sourced by it, and takes from it:
#
#     repository, toolchain, place, cache, mirror, is_named    what its options say
#     stop STATUS WHAT HINT                                    one calm message, and the end
# shellcheck disable=SC2154

readonly suite=bookworm home_of_user=/home/reader

# What swift.org lists for Debian 12, but with the libraries that are needed to run instead of those
# to build with, and no compiler: whatever else the kit needs, README's command has to install.
readonly asked_for=binutils,gnupg,libc6-dev,libcurl4,libedit2,libgcc-12-dev,libncurses6,\
libpython3.11,libsqlite3-0,libstdc++-12-dev,libxml2,libz3-4,pkg-config,tzdata,unzip,zlib1g-dev

# What this machine takes Debian from: lines of MIRROR RELEASE COMPONENT. Nothing where it is
# another system.
sources_here() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' \
    'Created-By: Packages' 2> /dev/null |
    awk -v suite="$suite" '$4 == "Debian" && index($2, suite) == 1 { print $1, $2, $3 }' | sort -u
}

# The mirror that this machine has this very Debian from, or everybody's.
mirror_here() {
  sources_here | awk -v suite="$suite" '
    $2 == suite && !found { print $1; found = 1 }
    END { if (!found) print "http://deb.debian.org/debian" }'
}

# The proxies that this machine's apt uses, as apt writes them; those of the environment too.
proxies_here() {
  apt-config dump 2> /dev/null | grep -E '^Acquire::https?::Proxy.* "[^"]+";$' || true
  local scheme value
  for scheme in http https; do
    value=${scheme}_proxy
    if [[ -n ${!value-} ]]; then echo "Acquire::$scheme::Proxy \"${!value}\";"; fi
  done
}

# The apt of the root ROOT reads from where this machine's does.
carry_apt() {
  local root=$1 sources
  sources=$(sources_here | sed 's/^/deb /')
  if [[ -n $is_named || -z $sources ]]; then sources="deb $mirror $suite main"; fi
  rm -rf "$root"/etc/apt/sources.list.d/*
  printf '%s\n' "$sources" > "$root/etc/apt/sources.list"
  proxies_here > "$root/etc/apt/apt.conf.d/01proxy"
  # Keys: those of Debian come with it; a mirror's own come along.
  local folder
  for folder in /etc/apt/trusted.gpg.d /etc/apt/keyrings; do
    if [[ -d $folder ]]; then
      mkdir -p "$root$folder"
      cp --no-clobber --dereference "$folder"/* "$root$folder/" 2> /dev/null || true
    fi
  done
  cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
}

# Packages are fetched in the root from where git fetches them here; what is read from a folder of
# this machine, that folder is bound. Sets `folders`.
folders=()
carry_git() {
  local root=$1 entry key value address folder
  folders=()
  while IFS= read -r -d '' entry; do
    key=${entry%%$'\n'*} value=${entry#*$'\n'}
    address=${key#url.} address=${address%.*}
    git config --file "$root/etc/gitconfig" --add "url.$address.insteadOf" "$value"
    folder=${address#file://} folder=${folder%/}
    if [[ $folder == /* && " ${folders[*]} " != *" $folder "* ]]; then folders+=("$folder"); fi
  done < <(git -C "$repository" config --null --get-regexp '^url\..*\.insteadof$')
  if ((${#folders[@]} > 0)); then
    # They belong to root, and git reads another's folder only where that is said.
    git config --file "$root/etc/gitconfig" --add safe.directory '*'
  fi
}

# A bare Debian with what the toolchain asks for.
make_base() {
  if [[ -e $place/base/made ]]; then return 0; fi
  echo "== A bare root, from $mirror"
  rm -rf --one-file-system "${place:?}/base"
  local packages=$asked_for options=(--variant=minbase) proxy
  if [[ $mirror == https:* ]]; then packages+=,ca-certificates; fi
  if [[ -n $cache ]]; then options+=("--cache-dir=$cache"); fi
  proxy=$(proxies_here | sed -n 's/^Acquire::http::Proxy "\(.*\)";$/\1/p' | head -n 1)
  if [[ -n $proxy ]]; then export http_proxy=$proxy; fi
  # It mounts as well.
  unshare --mount --propagation private debootstrap "${options[@]}" "--include=$packages" \
    "$suite" "$place/base" "$mirror" > "$place/debootstrap.log" 2>&1 || {
    tail -n 20 "$place/debootstrap.log" >&2
    stop 2 "debootstrap could not make the root." "--mirror URI names another place to ask."
  }
  touch "$place/base/made"
}

# make_root PERSON: a copy of the base, as it is once that person has unpacked Swift and cloned.
make_root() {
  local person=$1 root=$place/$1
  rm -rf --one-file-system "$root"
  cp -a --reflink=auto "$place/base" "$root"
  rm -r "$root/made" "$root/root"
  mkdir -m 700 "$root/root"
  carry_apt "$root"
  carry_git "$root"
  echo fresh > "$root/etc/hostname"
  printf '127.0.0.1 localhost\n127.0.1.1 fresh %s\n' "$(uname -n)" > "$root/etc/hosts"
  git clone --quiet --no-hardlinks "$repository" "$root/srv/charrette"
  if [[ $person == root ]]; then return 0; fi
  # Debian's installer does this, where its root is given no password.
  (inside "$root" root sh -ec "
    cd / && apt-get update && apt-get install -y --no-install-recommends sudo
    rm -rf /var/lib/apt/lists/*
    useradd --shell /bin/bash $person && mkdir -m 700 $home_of_user
    chown -R $person:$person $home_of_user /srv/charrette
    echo '$person ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/$person
  ") < /dev/null > "$place/sudo.log" 2>&1 || {
    tail -n 20 "$place/sudo.log" >&2
    stop 2 "There could be made no other user with sudo in the root." "The lines above say why."
  }
}

# Runs in a namespace: goes into ROOT, and does there what is asked. Stays as the first process, to
# collect those that nobody else does.
enter() {
  local root=$1 toolchain=$2 count=$3 folder
  shift 3
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  mount --rbind /dev "$root/dev"
  mkdir -p "$root/swift/usr"
  mount --bind -o ro "$toolchain" "$root/swift/usr"
  for folder in "${@:1:count}"; do
    mkdir -p "$root$folder"
    mount --bind -o ro "$folder" "$root$folder"
  done
  shift "$count"
  cd "$root"
  pivot_root . mnt
  umount --lazy /mnt
  cd /srv/charrette
  "$@"
}

# inside ROOT PERSON COMMAND...: with nothing of this environment. The user's language is one that
# a bare root does not have; root has none. Never returns, so that who starts it in the background
# knows the process that all the others end with.
inside() {
  local root=$1 person=$2 home=/root locale=() become=()
  local path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/swift/usr/bin
  shift 2
  if [[ $person != root ]]; then
    home=$home_of_user path=/usr/local/bin:/usr/bin:/bin:/swift/usr/bin locale=(LANG=de_DE.UTF-8)
    become=(setpriv "--reuid=$person" "--regid=$person" --init-groups)
  fi
  # It all ends with the script, even one that is killed. What a script starts in the background
  # ignores ^C; what a reader starts does not.
  exec setpriv --pdeathsig KILL unshare --mount --propagation private --pid --fork --kill-child \
    bash -euc "$(declare -f enter); enter \"\$@\"" enter \
    "$root" "$toolchain" ${#folders[@]} "${folders[@]}" "${become[@]}" \
    env -i --default-signal HOME="$home" USER="$person" LOGNAME="$person" SHELL=/bin/bash \
    TERM=xterm-256color PATH="$path" "${locale[@]}" "$@"
}
