#!/bin/sh
# What makes a Debian the offline station, in its root folder "$1"; "$2" is this folder, "$3" the kind,
# "$4" whether it tells a test what it does.
set -eu
root=$1 here=$2 kind=$3 telling=$4
cp -r --no-preserve=ownership "$here/root/." "$root/"
chmod -R go-w "$root/usr/lib/sd-offline" "$root/etc/systemd" "$root/etc/udev" "$root/etc/polkit-1" \
  "$root/etc/initramfs-tools"
chmod 755 "$root/etc/polkit-1/rules.d"
echo "$kind" >"$root/usr/lib/sd-offline/kind"
if [ "$telling" = yes ]; then
  cp "$here/telling/tell" "$root/usr/lib/sd-offline/tell"
  cp "$here/telling/sd-offline-telling.service" "$root/etc/systemd/system/"
  chroot "$root" systemctl enable sd-offline-telling.service
fi

# Otherwise both would be those of the computer that makes the image.
echo station >"$root/etc/hostname"
: >"$root/etc/resolv.conf"

# One user without a password or rights; nobody logs in.
chroot "$root" useradd --uid 1000 --create-home --shell /usr/sbin/nologin ceremony
chroot "$root" passwd --quiet --lock root
chroot "$root" systemctl enable sd-offline.service
for unit in getty@.service serial-getty@.service autovt@.service console-getty.service \
  getty.target ctrl-alt-del.target emergency.service rescue.service debug-shell.service \
  sleep.target suspend.target hibernate.target hybrid-sleep.target systemd-networkd.service \
  systemd-networkd.socket systemd-resolved.service systemd-timesyncd.service \
  apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer fstrim.timer systemd-pstore.service \
  systemd-firstboot.service systemd-udev-load-credentials.service; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit"
done

# The loader that was checked with the system is the only one that tells it what to do. Generators run before
# all else and make commands of words and credentials, wherever systemd has them from (the firmware's
# variables, SMBIOS, an emulator): none is needed here. Nor are the drivers by which those are read.
rm -rf "$root"/usr/lib/systemd/system-generators "$root"/usr/lib/systemd/system-environment-generators
for modules in "$root"/lib/modules/*/kernel; do
  rm -rf "$modules"/fs/efivarfs "$modules"/fs/pstore "$modules"/drivers/firmware/efi \
    "$modules"/drivers/firmware/google "$modules"/drivers/firmware/iscsi_ibft.ko* \
    "$modules"/drivers/firmware/qemu_fw_cfg.ko* "$modules"/drivers/platform/chrome/chromeos_pstore.ko*
done

# No network: what could drive a card, a radio or an adapter is not there to be loaded.
for modules in "$root"/lib/modules/*/kernel; do
  rm -rf "$modules"/drivers/net "$modules"/drivers/tty/ipwireless "$modules"/drivers/bluetooth "$modules"/net/bluetooth \
    "$modules"/net/wireless "$modules"/net/mac80211 "$modules"/net/mac802154 \
    "$modules"/net/ieee802154 "$modules"/net/nfc "$modules"/drivers/nfc "$modules"/net/rfkill \
    "$modules"/drivers/infiniband "$modules"/drivers/atm "$modules"/net/atm "$modules"/drivers/isdn \
    "$modules"/drivers/staging "$modules"/drivers/usb/gadget "$modules"/drivers/usb/class/cdc-wdm.ko* \
    "$modules"/drivers/firewire/firewire-net.ko* "$modules"/net/can "$modules"/drivers/nvme/host/nvme-tcp.ko* \
    "$modules"/drivers/scsi/bnx2fc "$modules"/drivers/scsi/bnx2i "$modules"/drivers/scsi/fcoe
done
for modules in "$root"/lib/modules/*; do chroot "$root" depmod "${modules##*/}"; done
chroot "$root" update-initramfs -u -k all

# The packages' mirror was a folder of the computer that makes the image: its path stays there.
: >"$root/etc/apt/sources.list"

# What differs from one making to the next, and what nothing here uses.
rm -rf "$root"/var/cache/fontconfig/* "$root"/var/cache/debconf/*-old "$root"/var/lib/dpkg/*-old \
  "$root"/var/log/*.log "$root"/var/log/apt "$root"/var/lib/apt/lists/* "$root"/usr/share/doc/*/changelog* \
  "$root"/usr/share/man "$root"/usr/share/locale "$root"/etc/*- "$root"/var/lib/systemd/random-seed
