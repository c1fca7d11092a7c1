import { useSyncExternalStore } from "react";
import { breakpoints } from "./breakpoints.mjs";

const server = "md";

function subscribe(changed) {
  const queries = Object.values(breakpoints).map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
  };
}

const current = () => Object.keys(breakpoints).find((name) => matchMedia(breakpoints[name]).matches) ?? "xs";

export function useMediaSize() {
  return useSyncExternalStore(subscribe, current, () => server);
}

export { breakpoints };
