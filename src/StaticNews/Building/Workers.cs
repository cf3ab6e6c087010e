namespace StaticNews.Building;

/// <summary>
/// Shares work out among workers of which each keeps its own (buffers, names, times) from its first piece to its last.
/// The runtime's parallel loops end workers and begin others as they like, hundreds of times in a long build, and each
/// would fill its pool of names anew.
/// </summary>
internal static class Workers
{
    /// <summary>
    /// Enough that taking a piece costs nothing, few enough that no worker waits long for the last one.
    /// </summary>
    private const int UsualPieceItems = 32;

    /// <param name="workers">At most so many at once.</param>
    /// <param name="begin">Makes a worker.</param>
    /// <param name="work">One item; false: nothing more is begun.</param>
    /// <param name="end">Called once for each worker, by its own thread.</param>
    /// <param name="pieceItems">How many items a worker takes at once: 1 where an item takes long.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    /// <exception cref="AggregateException">What workers threw; the others ended after their piece.</exception>
    public static void Share<TItem, TWorker>(
        IEnumerable<TItem> items,
        int workers,
        Func<TWorker> begin,
        Func<TItem, TWorker, bool> work,
        Action<TWorker> end,
        CancellationToken stop,
        int pieceItems = UsualPieceItems
    )
    {
        using var source = items.GetEnumerator();
        var gate = new Lock();
        var isOver = false;
        Parallel.For(
            0,
            workers,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = stop },
            (_, loop) =>
            {
                var worker = begin();
                var piece = new TItem[pieceItems];
                while (!loop.ShouldExitCurrentIteration && Take(piece) is var taken and > 0)
                {
                    for (var i = 0; i < taken; i++)
                    {
                        stop.ThrowIfCancellationRequested();
                        if (!work(piece[i], worker))
                        {
                            loop.Stop();
                            break;
                        }
                    }
                }

                end(worker);
            }
        );

        int Take(TItem[] piece)
        {
            lock (gate)
            {
                var taken = 0;
                while (taken < piece.Length && !isOver)
                {
                    isOver = !source.MoveNext();
                    if (!isOver)
                    {
                        piece[taken++] = source.Current;
                    }
                }

                return taken;
            }
        }
    }
}
