/** Of whom asks, the network: what is counted per address is counted for it. */

/** Of an IPv6 address the network: one household or office has endless addresses in it. */
export const networkOf = (address: string): string => {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 4).join(":");
};
