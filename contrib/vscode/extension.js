// Starts `review lsp` and hands it drafts, plain text and notes; everything else is the client's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const { command, ...options } = workspace.getConfiguration("review");
  client = new LanguageClient(
    "review",
    { command, args: ["lsp"] },
    {
      documentSelector: ["markdown", "plaintext", "yaml"].map((language) => ({ language })),
      initializationOptions: options,
      synchronize: { configurationSection: "review" },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
