interface World {
  /** Read by `selection`, where the person chooses "Collect this post" from the browser's menu. */
  backtalkPressed?: WeakRef<Node>;
}

/** Remembers what the browser's menu was opened over: the menu itself does not tell. Nothing is read of it. */
export function rememberPressed(): void {
  const world = globalThis as World;
  document.addEventListener(
    "contextmenu",
    (event) => {
      const [target] = event.composedPath();
      if (event.isTrusted && target instanceof Node) world.backtalkPressed = new WeakRef(target);
    },
    { capture: true, passive: true },
  );
}
