using System.Runtime.InteropServices;

namespace StaticNews.Cli;

/// <summary>Turns Ctrl-C and a polite kill into a cancellation: the build then stops between two files.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // A second one ends the process at once: whoever asks twice does not want to wait.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
