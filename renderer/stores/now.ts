// The time, updated as often as a screen needs.
import { useEffect, useState } from "react";

/** The time now, in milliseconds; ticks at multiples of `every`. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, every - (Date.now() % every));
    };
    timer = window.setTimeout(tick, every - (Date.now() % every));
    return () => window.clearTimeout(timer);
  }, [every]);
  return now;
}
