using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace StaticNews.Images.Decoding;

/// <summary>
/// The build's side of a worker process (<see cref="ImageWorker"/>): started when the first image is given to it,
/// watched, ended when it takes too long or too much memory, and started again for the next image. Belongs to one
/// thread.
/// </summary>
/// <param name="stop">Ends the process with the build.</param>
internal sealed class ImageWorkerProcess(ImageWorkerCommand command, CancellationToken stop) : IDisposable
{
    /// <summary>The interval at which the memory of the process is checked.</summary>
    private const int LookMilliseconds = 20;

    private Process? _process;

    /// <summary>Why there is no libvips; <see cref="ImageLibraryFault.None"/> before the first image, too.</summary>
    public ImageLibraryFault Fault { get; private set; }

    /// <summary>
    /// The details of the fault: the path of the library, its version, or the message of the system.
    /// </summary>
    public string FaultDetail { get; private set; } = "";

    /// <summary>
    /// One reply a task. When the worker does not come through a task, it is ended, and those after it are not tried.
    /// </summary>
    /// <param name="tasks">At most 255.</param>
    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public ImageReply[] Run(ReadOnlySpan<byte> image, IReadOnlyList<ImageTask> tasks)
    {
        var replies = new ImageReply[tasks.Count];
        Array.Fill(replies, ImageReply.Failed(ImageOutcome.NotTried));
        if (Fault != ImageLibraryFault.None || !EnsureStarted())
        {
            return replies;
        }

        var sending = Send(_process!, ImageProtocol.Request(image, tasks));
        for (var i = 0; i < replies.Length; i++)
        {
            var reading = ImageProtocol.ReadReply(_process!.StandardOutput.BaseStream);
            if (Await(reading) is { } failure)
            {
                Array.Fill(replies, ImageReply.Failed(failure), i, replies.Length - i);
                End();
                break;
            }

            replies[i] = reading.Result;
        }

        sending.Wait(CancellationToken.None);
        return replies;
    }

    public void Dispose() => End();

    private bool EnsureStarted()
    {
        if (_process is not null)
        {
            return true;
        }

        try
        {
            _process = Start();
            var greeting = ImageProtocol.ReadGreeting(_process.StandardOutput.BaseStream);
            (Fault, FaultDetail) = Await(greeting) switch
            {
                null => greeting.Result,
                ImageOutcome.Crashed when HasCrashed(_process) => (
                    ImageLibraryFault.Damaged,
                    ImageLibrary.PathIn(command.LibraryFolder)
                ),
                _ => (ImageLibraryFault.NoProcess, command.Program),
            };
        }
        catch (Exception exception)
            when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            (Fault, FaultDetail) = (ImageLibraryFault.NoProcess, command.Program);
        }

        if (Fault != ImageLibraryFault.None)
        {
            End();
        }

        return Fault == ImageLibraryFault.None;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(command.Program, [ImageWorker.Verb, command.LibraryFolder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // libvips and GLib change what they do by variables of these names, and the same image is to give the same
        // bytes.
        foreach (
            var name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("VIPS", StringComparison.Ordinal) || name.StartsWith("G_", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException();
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    /// <summary>
    /// A worker that ends early closes its end before ours; the replies contain the result of each image.
    /// </summary>
    private static async Task Send(Process process, byte[] request)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(request);
            await process.StandardInput.BaseStream.FlushAsync();
        }
        catch (Exception exception)
            when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The replies report it.
        }
    }

    /// <summary>Null where the task ended well.</summary>
    private ImageOutcome? Await(Task task)
    {
        try
        {
            for (var waited = 0; !task.Wait(LookMilliseconds, stop); waited += LookMilliseconds)
            {
                if (waited > command.TaskMaxMilliseconds)
                {
                    return ImageOutcome.TooSlow;
                }

                if (MemoryOf(_process!) > command.MemoryMaxBytes)
                {
                    return ImageOutcome.TooMuchMemory;
                }
            }

            return null;
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or InvalidDataException)
        {
            return ImageOutcome.Crashed;
        }
    }

    /// <summary>Whether a signal or a fault of the processor ended the process, rather than its own code.</summary>
    private static bool HasCrashed(Process process) =>
        process.WaitForExit(TimeSpan.FromSeconds(1)) && process.ExitCode is < 0 or > 128;

    /// <summary>The memory of a process in bytes; 0 once it has ended, which it may do while it is asked.</summary>
    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }

    private void End()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        try
        {
            process.Kill();
        }
        catch (Exception exception)
            when (exception is Win32Exception or InvalidOperationException or NotSupportedException)
        {
            // It has ended already.
        }

        process.Dispose();
    }
}

/// <summary>How the program is started as a worker.</summary>
/// <param name="Program">The program's file.</param>
/// <param name="LibraryFolder">Where libvips lies.</param>
internal sealed record ImageWorkerCommand(string Program, string LibraryFolder)
{
    /// <summary>The program that runs, from whose folder the library is loaded.</summary>
    public static ImageWorkerCommand Default { get; } = new(OwnProgram(), AppContext.BaseDirectory);

    /// <summary>
    /// Milliseconds for one task: a hundred times what the largest photograph takes on a slow machine.
    /// </summary>
    public int TaskMaxMilliseconds { get; init; } = 120_000;

    /// <summary>
    /// Of the whole process: an image of <see cref="StaticNews.Images.ImageHeaderReader.PixelsMax"/> pixels takes half
    /// of it.
    /// </summary>
    public long MemoryMaxBytes { get; init; } = 1536L * 1024 * 1024;

    /// <summary>
    /// Under 'dotnet' and in a test, the process is another program's, and ours lies beside the code.
    /// </summary>
    private static string OwnProgram() =>
        Environment.ProcessPath is { } path
        && Assembly.GetEntryAssembly()?.GetName().Name is ProgramName
        && !string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? path
            : Path.Join(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? ProgramName + ".exe" : ProgramName);

    private const string ProgramName = "staticnews";
}
