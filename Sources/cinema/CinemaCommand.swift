@main struct CinemaCommand { static func main() {} }
