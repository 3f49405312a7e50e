import Foundation
public import Testing

@testable public import CinemaTUI

/// Compares a whole screen with the picture of it in `Frames/NAME.frame`,
/// beside the test target's folders.
///
/// A picture that is missing is recorded, and the test fails all the same, so
/// that nothing passes that nobody looked at. `RECORD_FRAMES=1` records anew.
public func expectFrame(
    _ frame: Frame, named name: String, filePath: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let actual = FramePicture(frame).text
    guard let folder = framesFolder(above: "\(filePath)") else {
        Issue.record("there is no folder Frames above \(filePath)", sourceLocation: sourceLocation)
        return
    }
    let path = folder.appendingPathComponent(name + ".frame")
    let expected = try? String(contentsOf: path, encoding: .utf8)
    if expected == actual { return }
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" || expected == nil {
        do {
            try actual.write(to: path, atomically: true, encoding: .utf8)
        } catch {
            Issue.record("\(path.path) cannot be written: \(error)", sourceLocation: sourceLocation)
        }
    }
    guard let expected else {
        Issue.record(
            "\(name).frame was missing and is recorded now; look at it:\n\(actual)",
            sourceLocation: sourceLocation)
        return
    }
    guard ProcessInfo.processInfo.environment["RECORD_FRAMES"] != "1" else { return }
    Issue.record(
        Comment(rawValue: frameDifference(from: expected, to: actual, named: name)),
        sourceLocation: sourceLocation)
}

/// The lines in which two pictures differ, and then the new picture whole.
public func frameDifference(from expected: String, to actual: String, named name: String) -> String
{
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["\(name).frame differs (- expected, + actual):"]
    for number in 0..<max(old.count, new.count) {
        let before = number < old.count ? old[number] : nil
        let after = number < new.count ? new[number] : nil
        guard before != after else { continue }
        if let before { lines.append("\(number + 1) - \(before)") }
        if let after { lines.append("\(number + 1) + \(after)") }
    }
    return (lines + ["", "expected:", expected, "actual:", actual]).joined(separator: "\n")
}

private func framesFolder(above file: String) -> URL? {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
        let frames = folder.appendingPathComponent("Frames", isDirectory: true)
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: frames.path, isDirectory: &isDirectory),
            isDirectory.boolValue
        {
            return frames
        }
        folder = folder.deletingLastPathComponent()
    }
    return nil
}
