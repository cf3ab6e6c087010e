using System.Buffers;
using System.CommandLine;
using System.Text;
using StaticNews.Cli.Reporting;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews render</c>: one template with a JSON model, to standard output.</summary>
internal static class RenderCommand
{
    public static Command Create(Shell shell)
    {
        var template = new Argument<string>("TEMPLATE")
        {
            Description = "The template's file. Its includes are read from the same folder.",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var model = new Option<string?>("--model")
        {
            Description = "A JSON file with an object whose members are the template's variables. Default: none.",
            HelpName = "FILE.json",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var asOf = SiteOptions.AsOf();
        asOf.Description = "The time that date.now gives. Default: SOURCE_DATE_EPOCH, or the clock.";
        var command = new Command("render", "Render one template with a JSON model.") { template, model, asOf };
        SiteOptions.CheckEpoch(command, asOf, shell);
        command.SetAction(parsed =>
            Run(
                shell,
                parsed.GetValue(template)!,
                parsed.GetValue(model),
                SiteOptions.Now(shell, parsed.GetValue(asOf))
            )
        );
        return command;
    }

    private static int Run(Shell shell, string template, string? modelFile, DateTimeOffset now)
    {
        var files = new TemplateFolder(template);
        if (files.Load(template) is null)
        {
            shell.Error.WriteLine($"staticnews: cannot read '{template}': {files.Problem ?? "there is no such file"}.");
            return ExitStatus.WrongUsage;
        }

        if (ReadModel(shell, modelFile, out var model) is var refusal and not ExitStatus.Done)
        {
            return refusal;
        }

        var options = OptionsFor(template) with { BuildInstant = now };
        var compiled = TemplateCompiler.Compile(template, files, null, options);
        foreach (var error in compiled.Errors)
        {
            Print(shell, error, files);
        }

        var status = compiled.Template is null
            ? ExitStatus.ContentErrors
            : Render(shell, compiled.Template, files, model);
        foreach (var fault in files.NoTexts)
        {
            DiagnosticPrinter.Print(fault, shell.Error);
        }

        return files.NoTexts.Count > 0 ? ExitStatus.ContentErrors : status;
    }

    /// <summary>
    /// Pages are escaped; a plain <c>.sbn</c> is the language as it is elsewhere, its limits included.
    /// </summary>
    private static TemplateOptions OptionsFor(string template) =>
        Path.GetExtension(template).ToLowerInvariant() switch
        {
            ".sbn-html" => TemplateOptions.Html,
            ".sbn" => TemplateOptions.Stock,
            _ => TemplateOptions.Text,
        };

    private static int Render(Shell shell, CompiledTemplate template, TemplateFolder files, object? model)
    {
        var bytes = new ArrayBufferWriter<byte>();
        if (template.Render(model, bytes) is { } error)
        {
            Print(shell, error, files);
            return ExitStatus.ContentErrors;
        }

        if (files.NoTexts.Count == 0)
        {
            shell.Output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
        }

        return ExitStatus.Done;
    }

    /// <summary>The place of an include comes first, then the mistake in the included text.</summary>
    private static void Print(Shell shell, TemplateError error, TemplateFolder files)
    {
        foreach (var diagnostic in TemplateDiagnostics.AllOf(error, files.PathOf))
        {
            DiagnosticPrinter.Print(diagnostic, shell.Error);
        }
    }

    private static int ReadModel(Shell shell, string? file, out object? model)
    {
        model = null;
        if (file is null)
        {
            return ExitStatus.Done;
        }

        if (Directory.Exists(file))
        {
            shell.Error.WriteLine($"staticnews: cannot read '{file}': it is a folder.");
            return ExitStatus.WrongUsage;
        }

        try
        {
            if (
                SourceDecoder.Decode(file, File.ReadAllBytes(file)).Fault is
                { Kind: DecodeFaultKind.InvalidUtf8 } noText
            )
            {
                DiagnosticPrinter.Print(StorageDiagnostics.NoText(noText), shell.Error);
                return ExitStatus.ContentErrors;
            }

            model = JsonModel.Parse(File.ReadAllText(file), out var error);
            if (error is null)
            {
                return ExitStatus.Done;
            }

            shell.Error.WriteLine($"staticnews: '{file}' is not a JSON model: {error}");
            return ExitStatus.ContentErrors;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine($"staticnews: cannot read '{file}': {DiskFault.Reason(fault)}.");
            return ExitStatus.WrongUsage;
        }
    }
}
