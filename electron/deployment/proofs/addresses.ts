// IPv4 addresses and the ranges that they are in.

const number = (address: string): number =>
  address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);

const FORM = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether an address is in one of some ranges such as 10.1.0.0/16. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  if (!FORM.test(address)) return false;
  return ranges.some((range) => {
    const [start = "", bits = "32"] = range.split("/");
    const size = 2 ** (32 - Number(bits));
    return Math.floor(number(address) / size) === Math.floor(number(start) / size);
  });
}
