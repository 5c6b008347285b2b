type Ask = () => Promise<boolean>;

let asker: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** The frame of the page says how a person is asked to prove who they are; returns how to stop. */
export const confirmWith = (ask: Ask): (() => void) => {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
};

/** Asks once, however many acts wait for it. `false`: the person did not want to. */
export const askToConfirm = (): Promise<boolean> => {
  if (!asker) return Promise.resolve(false);
  asking ??= asker().finally(() => {
    asking = undefined;
  });
  return asking;
};
