/** How long after the page has loaded: whatever it still does for itself comes first. */
const afterLoadMs = 1_000;

/** Does the work a moment after the page has loaded, once the browser has nothing else to do; the returned function calls it off. */
export function whenIdle(work: () => void): () => void {
  let callOff = () => {};
  const wait = () => {
    const timer = setTimeout(() => {
      // Safari has no idle time to ask for.
      if (!('requestIdleCallback' in window)) return work();
      const request = window.requestIdleCallback(work);
      callOff = () => window.cancelIdleCallback(request);
    }, afterLoadMs);
    callOff = () => clearTimeout(timer);
  };
  if (document.readyState === 'complete') wait();
  else {
    window.addEventListener('load', wait, { once: true });
    callOff = () => window.removeEventListener('load', wait);
  }
  return () => callOff();
}
