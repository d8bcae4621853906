/** Settles as `work` does, or rejects when it takes longer. The work itself goes on; what it waits for has its own limits. */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  expired: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(expired()), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
