const width = 30;

/** A bar on a terminal that redraws itself; where there is none, nothing until the end. */
export const progressBar =
  (title: string, out: NodeJS.WriteStream = process.stdout) =>
  (done: number, total: number): void => {
    if (!out.isTTY) return;
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * width);
    out.write(
      `\r${title} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${Math.round(share * 100)} % (${done}/${total})${done >= total ? '\n' : ''}`,
    );
  };
