// swift-tools-version: 6.2
import PackageDescription

// Debian's libraries are linked statically by file name, so that the release
// program is one file (ARCHITECTURE.md, "One file").
let package = Package(
    name: "cinema",
    products: [
        .executable(name: "cinema", targets: ["cinema"])
    ],
    targets: [
        // One small C or C++ module a library; only the targets named beside
        // them may import them (Tools/check-imports holds that).
        .target(
            name: "CUTF8Proc", path: "Sources/Bindings/CUTF8Proc",
            linkerSettings: [.linkedLibrary(":libutf8proc.a")]),
        .target(name: "CWidth", path: "Sources/Bindings/CWidth"),
        .target(name: "CArguments", path: "Sources/Bindings/CArguments"),
        .target(
            name: "CNCurses", path: "Sources/Bindings/CNCurses",
            linkerSettings: [
                .linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a"),
            ]),
        .target(
            name: "CSQLite", path: "Sources/Bindings/CSQLite",
            linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),
        .target(name: "CRapidJSON", path: "Sources/Bindings/CRapidJSON"),
        // "CUUID" is taken: the toolchain's module map of glibc has one.
        .target(
            name: "CLibUUID", path: "Sources/Bindings/CLibUUID",
            linkerSettings: [.linkedLibrary(":libuuid.a")]),
        .target(
            name: "CZlib", path: "Sources/Bindings/CZlib",
            linkerSettings: [.linkedLibrary(":libz.a")]),
        .target(name: "CSpawn", path: "Sources/Bindings/CSpawn"),
        .target(name: "CTOML", path: "Sources/Bindings/CTOML"),
        // Headers only: libcurl is loaded when a remote source is first asked.
        .target(name: "CCurl", path: "Sources/Bindings/CCurl"),
        .target(name: "CMalloc", path: "Sources/Bindings/CMalloc"),
        .target(
            name: "CFilms", path: "Sources/Bindings/CFilms",
            exclude: ["films.ndjson.gz", "PROVENANCE.md"]),

        .target(name: "CinemaCore", dependencies: ["CUTF8Proc"]),
        .target(name: "CurlHTTP", dependencies: ["CCurl"]),
        .target(
            name: "CinemaClient",
            dependencies: [
                "CinemaCore", "CurlHTTP", "CSQLite", "CRapidJSON", "CLibUUID", "CZlib", "CFilms",
                "CMalloc", "CSpawn",
            ]),
        .target(
            name: "CinemaConfiguration",
            dependencies: ["CinemaCore", "CinemaClient", "CurlHTTP", "CTOML"]),
        .target(name: "CinemaTUI", dependencies: ["CinemaCore", "CWidth"]),
        .target(name: "CursesTerminal", dependencies: ["CinemaTUI", "CNCurses"]),
        .target(
            name: "CinemaCommandLine", dependencies: ["CinemaCore", "CinemaClient", "CinemaTUI"]),
        .executableTarget(
            name: "cinema",
            dependencies: [
                "CinemaCore", "CinemaClient", "CinemaConfiguration", "CinemaTUI",
                "CinemaCommandLine", "CurlHTTP", "CursesTerminal", "CArguments",
                "CMalloc",
            ],
            // Packed relocations (glibc 2.36 reads them), functions of equal
            // code once, no table of names for others: 2.5 MB less.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
                        "-Xlinker", "--icf=all", "-Xlinker", "--no-export-dynamic",
                    ], .when(configuration: .release))
            ]),

        // Not shipped: what `make bench` runs.
        .executableTarget(
            name: "cinema-bench",
            dependencies: ["CinemaCore", "CinemaClient", "CSQLite", "CurlHTTP", "CHTTPPeer"]),
        .target(
            name: "CHTTPPeer", dependencies: ["CCurl"], path: "Sources/cinema-bench-peer"),
        // Not shipped either: what `make fuzz` runs.
        .executableTarget(
            name: "cinema-fuzz",
            dependencies: ["CinemaCore", "CinemaClient", "CinemaConfiguration", "CurlHTTP"]),

        .target(
            name: "CinemaTestSupport",
            dependencies: ["CinemaCore", "CinemaClient", "CinemaTUI", "CurlHTTP", "CZlib"],
            path: "Tests/CinemaTestSupport"),
        .testTarget(
            name: "CinemaCoreTests", dependencies: ["CinemaCore", "CinemaTestSupport"]),
        .testTarget(name: "CurlHTTPTests", dependencies: ["CurlHTTP", "CinemaTestSupport"]),
        .testTarget(
            name: "CinemaClientTests",
            dependencies: [
                "CinemaClient", "CinemaCore", "CurlHTTP", "CinemaTestSupport", "CFilms", "CZlib",
            ]),
        .testTarget(
            name: "CinemaConfigurationTests",
            dependencies: [
                "CinemaConfiguration", "CinemaClient", "CinemaCore", "CurlHTTP",
                "CinemaTestSupport",
            ]),
        .testTarget(
            name: "CinemaTUITests",
            dependencies: ["CinemaTUI", "CinemaCore", "CinemaTestSupport", "CWidth"],
            exclude: ["Frames"]),
        .testTarget(
            name: "CursesTerminalTests",
            dependencies: ["CursesTerminal", "CinemaTUI", "CinemaTestSupport"]),
        .testTarget(
            name: "CinemaCommandLineTests",
            dependencies: [
                "CinemaCommandLine", "CinemaCore", "CinemaClient", "CinemaTUI", "CinemaTestSupport",
            ]),
        .testTarget(
            name: "CompositionTests",
            dependencies: [
                "cinema", "CinemaTUI", "CinemaCore", "CinemaCommandLine", "CinemaClient",
                "CinemaTestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu17,
    cxxLanguageStandard: .cxx17
)

// One list of strict settings for every Swift target.
for target in package.targets
where !target.name.hasPrefix("C") || target.name.hasPrefix("Cinema")
    || target.name.hasPrefix("Curses") || target.name.hasPrefix("CurlHTTP")
    || target.name.hasPrefix("Composition")
{
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
    // Regular expressions, which nothing here uses, are a million bytes.
    if target.type != .test && target.path?.hasPrefix("Tests") != true {
        target.swiftSettings?.append(
            .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]))
        // Each function apart, so that the linker can leave out what nobody
        // calls and keep one of those that are the same: nothing here tells
        // functions apart by their addresses.
        target.swiftSettings?.append(
            .unsafeFlags(
                ["-Xfrontend", "-function-sections"], .when(configuration: .release)))
    }
}
