/// Why a secret could not be had; never with the secret in it.
struct SecretProblem: Error, Hashable, Sendable {
    /// What is wrong and what to do, naming the variable, file or program.
    var cause: String
}
