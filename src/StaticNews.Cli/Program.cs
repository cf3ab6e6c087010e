using System.Collections;
using StaticNews.Cli;
using StaticNews.Images.Decoding;

// Not a command for people: how a build starts the process that decodes its images.
if (args is [ImageWorker.Verb, var libraryFolder])
{
    return ImageWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), libraryFolder);
}

using var interruption = new Interruption();
var variables = Environment
    .GetEnvironmentVariables()
    .Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false));
var shell = new Shell(
    output,
    Console.Error,
    Console.IsErrorRedirected ? 0 : Console.WindowWidth,
    variables,
    TimeProvider.System,
    interruption.Token
);
return CommandLine.Run(args, shell);
