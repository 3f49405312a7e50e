@testable import CinemaTUI
import CinemaTestSupport
import Testing

@Suite struct FirstLookTests {
    @Test func look() async {
        var player = await Player()
        print(player.screen)
        await player.play("godf")
        print(player.screen)
        await player.play("<Enter>")
        print(player.screen)
        await player.play("jj<Enter>")
        print(player.screen)
        await player.play("?")
        print(player.screen)
        await player.play("<Esc>f")
        print(player.screen)
        await player.play("<Esc>s")
        print(player.screen)
        #expect(player.state.overlay != nil)
    }
}
