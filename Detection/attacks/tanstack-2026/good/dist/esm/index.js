const stateIndexKey = "__TSR_index";
const popStateEvent = "popstate";
const beforeUnloadEvent = "beforeunload";
function createHistory(opts) {
  let location = opts.getLocation();
  const subscribers = /* @__PURE__ */ new Set();
  const notify = (action) => {
    location = opts.getLocation();
    subscribers.forEach((subscriber) => subscriber({ location, action }));
  };
  const assign = (type, path, state) => {
    const index = location.state?.[stateIndexKey] ?? 0;
    state = { ...state, [stateIndexKey]: type === "PUSH" ? index + 1 : index, key: createRandomKey() };
    type === "PUSH" ? opts.pushState(path, state) : opts.replaceState(path, state);
    notify({ type });
  };
  return {
    get location() {
      return location;
    },
    get length() {
      return opts.getLength();
    },
    subscribe: (cb) => {
      subscribers.add(cb);
      return () => subscribers.delete(cb);
    },
    push: (path, state) => assign("PUSH", path, state),
    replace: (path, state) => assign("REPLACE", path, state),
    go: (index) => opts.go(index),
    back: () => opts.go(-1),
    forward: () => opts.go(1),
    destroy: () => opts.destroy?.(),
    notify
  };
}
function createBrowserHistory(opts) {
  const win = opts?.window ?? (typeof document !== "undefined" ? window : void 0);
  const history = createHistory({
    getLocation: () => parseHref(`${win.location.pathname}${win.location.search}${win.location.hash}`, win.history.state),
    getLength: () => win.history.length,
    pushState: (href, state) => win.history.pushState(state, "", href),
    replaceState: (href, state) => win.history.replaceState(state, "", href),
    go: (n) => win.history.go(n),
    destroy: () => win.removeEventListener(popStateEvent, onPop)
  });
  const onPop = () => history.notify({ type: "BACK" });
  win.addEventListener(popStateEvent, onPop);
  win.addEventListener(beforeUnloadEvent, () => history.destroy(), { capture: true });
  return history;
}
function parseHref(href, state) {
  const hashIndex = href.indexOf("#");
  const searchIndex = href.indexOf("?");
  return {
    href,
    pathname: href.substring(0, hashIndex > 0 ? hashIndex : searchIndex > 0 ? searchIndex : href.length),
    hash: hashIndex > -1 ? href.substring(hashIndex) : "",
    search: searchIndex > -1 ? href.slice(searchIndex, hashIndex === -1 ? void 0 : hashIndex) : "",
    state: state || {}
  };
}
function createRandomKey() {
  return (Math.random() + 1).toString(36).substring(7);
}
export { createBrowserHistory, createHistory, parseHref };
