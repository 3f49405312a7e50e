internal import CCurl

// libcurl calls these on its thread, from within curl_multi_perform. They only
// tell the transfer's state what happened: nothing here throws, traps or
// calls libcurl. `context` is a transfer that the engine holds.

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

/// Returning another number than was given ends the transfer.
func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    guard let transfer = transfer(context), transfer.state.receive(buffer) else { return -1 }
    return buffer.count
}

func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    guard let transfer = transfer(context), transfer.state.receiveHeader(buffer, at: .now) else {
        return -1
    }
    return buffer.count
}

func beginLookup(
    _: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?, _ context: UnsafeMutableRawPointer?
) -> Int32 {
    transfer(context)?.state.beginConnecting(at: .now)
    return 0
}

func beginConnecting(
    _ context: UnsafeMutableRawPointer?, _: curl_socket_t, _: curlsocktype
) -> Int32 {
    transfer(context)?.state.beginConnecting(at: .now)
    return Int32(CURL_SOCKOPT_OK)
}

func beginWaiting(
    _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?,
    _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32
) -> Int32 {
    transfer(context)?.state.beginWaiting(at: .now)
    return Int32(CURL_PREREQFUNC_OK)
}
