using System.Collections;
using StaticNews.Cli;

using var interruption = new Interruption();
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false));
var shell = new Shell(output, Console.Error, !Console.IsErrorRedirected, variables, TimeProvider.System, interruption.Token);
return CommandLine.Run(args, shell);
